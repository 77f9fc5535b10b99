package org.assay.ejb;

/** The names of the roles, as annotations need them; the register is {@link org.assay.db.Person.Role}. */
public final class Roles {
    public static final String PREPARER = "PREPARER";
    public static final String APPROVER = "APPROVER";

    private Roles() {}
}
