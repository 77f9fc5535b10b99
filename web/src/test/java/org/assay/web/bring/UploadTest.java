package org.assay.web.bring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadTest {
    @Test
    void a_file_of_a_folder_lies_where_it_lay() {
        assertThat(Upload.place("ill-compute/facts/trades.csv")).isEqualTo("facts/trades.csv");
        assertThat(Upload.place("ill-compute/fund.json")).isEqualTo("fund.json");
        assertThat(Upload.place("pack.zip")).isEqualTo("pack.zip");
    }

    @Test
    void no_name_leads_out_of_the_folder() {
        Path folder = Path.of("/tmp/assay-pack-1");
        for (String name : List.of(
                "../../etc/passwd",
                "a/../../b",
                "a//etc/passwd",
                "/etc/passwd",
                "a/.hidden",
                "a/b/..",
                "a\\..\\b",
                "C:\\b",
                "a/b\u0000c",
                "a/" + "d/".repeat(9) + "e",
                "x".repeat(500))) {
            Path place = folder.resolve(Upload.place(name)).normalize();
            assertThat(place.startsWith(folder) && !place.equals(folder))
                    .as(name)
                    .isTrue();
        }
    }
}
