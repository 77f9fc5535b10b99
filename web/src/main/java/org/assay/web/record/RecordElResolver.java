package org.assay.web.record;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets a page read the components of a record as properties. Expression Language 5 looks for {@code getName()} only and
 * would call every one of our values empty of properties; version 6 can do it by itself.
 */
public class RecordElResolver extends ELResolver {
    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Optional<RecordComponent> component = component(base, property);
        if (component.isEmpty()) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            return component.get().getAccessor().invoke(base);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new ELException("%s of %s cannot be read".formatted(property, base.getClass()), e);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return component(base, property)
                .map(component -> {
                    context.setPropertyResolved(base, property);
                    return component.getType();
                })
                .orElse(null);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (component(base, property).isPresent()) {
            throw new PropertyNotWritableException("a record never changes: %s".formatted(property));
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        boolean isOurs = component(base, property).isPresent();
        if (isOurs) {
            context.setPropertyResolved(base, property);
        }
        return isOurs;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof Record ? String.class : null;
    }

    private static Optional<RecordComponent> component(Object base, Object property) {
        if (!(base instanceof Record) || !(property instanceof String name)) {
            return Optional.empty();
        }
        return Arrays.stream(base.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }
}
