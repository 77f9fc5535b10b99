package org.assay.kernel.nav;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list, map or optional that a record got after funds were struck without it. It counts in a digest when there is
 * something in it, under its name, and leaves no trace when there is nothing: what was struck before it existed keeps its
 * digest (ADR 15).
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface AddedLater {}
