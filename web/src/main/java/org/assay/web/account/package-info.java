/** What a person has of their own: rights to look at, a password, tokens. */
package org.assay.web.account;
