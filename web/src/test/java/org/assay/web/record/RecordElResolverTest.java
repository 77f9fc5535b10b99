package org.assay.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordElResolverTest {
    private final RecordElResolver resolver = new RecordElResolver();
    private final ELContext context = new Page();

    /** As a page has them: public. */
    public record Row(String name, int lots) {}

    /** A context without anything in it. */
    private static final class Page extends ELContext {
        @Override
        public ELResolver getELResolver() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            throw new UnsupportedOperationException();
        }

        @Override
        public VariableMapper getVariableMapper() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void a_component_is_a_property() {
        assertThat(resolver.getValue(context, new Row("ILL-H100", 40), "lots")).isEqualTo(40);
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void what_is_no_component_is_left_to_others() {
        assertThat(resolver.getValue(context, new Row("ILL-H100", 40), "colour"))
                .isNull();
        assertThat(resolver.getValue(context, List.of(), "empty")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void nothing_can_be_written() {
        Row row = new Row("ILL-H100", 40);
        assertThat(resolver.isReadOnly(context, row, "lots")).isTrue();
        assertThatThrownBy(() -> resolver.setValue(context, row, "lots", 41))
                .isInstanceOf(PropertyNotWritableException.class);
    }
}
