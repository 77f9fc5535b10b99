package org.assay.db;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The funds somebody may look at.
 *
 * @param isAll also those to come
 * @param funds by id, when they are not all
 */
public record Scope(boolean isAll, SortedSet<String> funds) {
    /** Nobody's limits: of what works by itself. */
    public static final Scope ALL = new Scope(true, new TreeSet<>());

    public Scope {
        funds = Collections.unmodifiableSortedSet(new TreeSet<>(funds));
    }

    /** What these rights let somebody see, of those of these roles. */
    public static Scope of(List<Right> rights, Set<Person.Role> roles) {
        SortedSet<String> funds = new TreeSet<>();
        boolean isAll = false;
        for (Right right : rights) {
            if (roles.contains(right.role())) {
                right.fund().ifPresent(funds::add);
                isAll |= right.fund().isEmpty();
            }
        }
        return isAll ? ALL : new Scope(false, funds);
    }

    public boolean has(String fund) {
        return isAll || funds.contains(fund);
    }

    /** Those of these that are in it, in their order. */
    public List<String> of(Collection<String> ids) {
        return ids.stream().filter(this::has).toList();
    }
}
