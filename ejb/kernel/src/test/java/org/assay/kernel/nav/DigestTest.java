package org.assay.kernel.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The canonical text behind a digest, and what a component that came later does to it. */
class DigestTest {
    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it was first kept. */
    static class Before {
        record Terms(String fund, List<String> classes, Optional<String> through) {}
    }

    /** The same with two components more. */
    static class After {
        record Terms(
                String fund,
                List<String> classes,
                Optional<String> through,
                @AddedLater List<String> first,
                @AddedLater List<String> second) {}
    }

    private static String after(List<String> first, List<String> second) {
        return Digest.of(new After.Terms("F", List.of("A"), Optional.empty(), first, second));
    }

    @Test
    void the_text_is_the_one_described() {
        String before = Digest.of(new Before.Terms("F", List.of("A"), Optional.empty()));
        assertThat(before).isEqualTo(sha256("Terms(1:F;[1:A;];-;)"));
    }

    @Nested
    class Added {
        @Test
        void nothing_leaves_no_trace() {
            assertThat(after(List.of(), List.of())).isEqualTo(sha256("Terms(1:F;[1:A;];-;)"));
        }

        @Test
        void something_counts_under_its_name() {
            assertThat(after(List.of("x"), List.of())).isEqualTo(sha256("Terms(1:F;[1:A;];-;first=[1:x;];)"));
        }

        @Test
        void the_same_in_another_component_is_something_else() {
            assertThat(after(List.of("x"), List.of())).isNotEqualTo(after(List.of(), List.of("x")));
        }
    }
}
