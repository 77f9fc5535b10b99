package org.assay.ejb;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.util.Set;
import org.assay.kernel.ErrorCode;
import org.assay.kernel.FundException;

/** Around every use case (ejb-jar.xml): what the database refuses somebody is said in the log, whoever asked. */
public class LogFourEyes {
    private static final Set<ErrorCode> REFUSALS = Set.of(ErrorCode.FOUR_EYES, ErrorCode.RIGHTS_CONFLICT);

    @Inject
    private AccessLog log;

    @Inject
    private Rights rights;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (FundException refused) {
            if (REFUSALS.contains(refused.code())) {
                log.refused(rights.person(), refused.getMessage());
            }
            throw refused;
        }
    }
}
