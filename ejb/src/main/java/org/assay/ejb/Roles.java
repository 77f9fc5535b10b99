package org.assay.ejb;

/** The names of the roles, as annotations need them; the register is {@link org.assay.db.Person.Role}. */
public final class Roles {
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    public static final String APPROVER = "APPROVER";
    public static final String AUDITOR = "AUDITOR";
    public static final String COMPLIANCE = "COMPLIANCE";
    public static final String OPERATOR = "OPERATOR";

    private Roles() {}
}
