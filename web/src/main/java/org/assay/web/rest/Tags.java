package org.assay.web.rest;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.lang.annotation.Annotation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.assay.web.record.RecordJson;

/**
 * Gives every answer to a GET a tag, so that who asks again is told when nothing has changed. A NAV brings its own, made of the
 * digest of its result; that of a list is made of what it says.
 */
@Provider
public class Tags implements ContainerResponseFilter {
    private static final int BYTES = 16;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean isOurs = request.getMethod().equals(HttpMethod.GET)
                && response.getStatus() == Response.Status.OK.getStatusCode()
                && !response.getHeaders().containsKey(HttpHeaders.ETAG)
                && (response.getEntity() instanceof Record || response.getEntity() instanceof List);
        if (!isOurs) {
            return;
        }
        byte[] body = json(response.getEntity());
        EntityTag tag = new EntityTag(digest(body));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (request.getRequest().evaluatePreconditions(tag) == null) {
            response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        } else {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    private static byte[] json(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.createGenerator(out)) {
            RecordJson.write(json, value);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
