/**
 * The crash drill: strikes in a process of its own against a PostgreSQL of its own, either of them killed by {@code kill
 * -9}, and what must hold afterwards. One seed decides everything; read {@link org.assay.ejb.drill.CrashDrillIT} first.
 */
package org.assay.ejb.drill;
