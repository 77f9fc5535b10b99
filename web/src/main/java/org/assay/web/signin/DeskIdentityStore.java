package org.assay.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import org.assay.db.Staff;
import org.assay.ejb.People;

/** The people of the house, for the container. */
@ApplicationScoped
public class DeskIdentityStore implements IdentityStore {
    @Inject
    private People people;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential login)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        if (!people.isRight(login.getCaller(), login.getPasswordAsString())) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        Set<String> roles =
                people.standing(login.getCaller()).map(Staff.Standing::roles).orElse(Set.of());
        return new CredentialValidationResult(login.getCaller(), roles);
    }
}
