package org.assay.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assay.kernel.money.Currency;
import org.assay.kernel.money.Money;
import org.assay.kernel.money.Quantity;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    /** Of every sort there is. */
    public record Line(
            @JsonbProperty("class") String shareClass,
            LocalDate date,
            int run,
            boolean quiet,
            Money money,
            Quantity shares,
            BigDecimal ratio,
            Optional<String> fire,
            List<Integer> days) {}

    private static String json(Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(out)) {
            RecordJson.write(json, value);
        }
        return out.toString();
    }

    @Test
    void figures_are_strings_of_plain_decimals() {
        Line line = new Line(
                "A",
                LocalDate.of(2026, 5, 29),
                14,
                true,
                new Money(new BigDecimal("54650307.1"), new Currency("USD", 2)),
                new Quantity(new BigDecimal("1E+5")),
                new BigDecimal("0.0000000001"),
                Optional.of("node-1"),
                List.of(1, 2));
        assertThat(json(line))
                .isEqualTo("{\"class\":\"A\",\"date\":\"2026-05-29\",\"run\":14,\"quiet\":true,"
                        + "\"money\":{\"amount\":\"54650307.10\",\"currency\":\"USD\"},\"shares\":\"100000\","
                        + "\"ratio\":\"0.0000000001\",\"fire\":\"node-1\",\"days\":[1,2]}");
    }

    @Test
    void what_is_absent_is_left_out() {
        record Maybe(Optional<String> fire) {}
        assertThat(json(List.of(new Maybe(Optional.empty())))).isEqualTo("[{}]");
    }
}
