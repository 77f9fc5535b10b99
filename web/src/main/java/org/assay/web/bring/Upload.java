package org.assay.web.bring;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.db.Person.Role;
import org.assay.ejb.FileRefused;
import org.assay.ejb.Intake;
import org.assay.ejb.Onboarding;
import org.assay.ejb.PackRefused;
import org.assay.ejb.Rights;
import org.assay.kernel.FundException;
import org.assay.web.correction.CorrectionsPage;
import org.assay.web.shell.Asked;

/**
 * Takes in a pack, or a long file of rows, from the page Facts. It is the one place but the REST interface that takes more than a form
 * may have, so who asks is looked at before anything is read.
 */
@WebServlet("/bring")
@MultipartConfig(
        maxFileSize = Upload.LARGEST,
        maxRequestSize = Upload.LARGEST + (1L << 20),
        fileSizeThreshold = 1 << 20)
public class Upload extends HttpServlet {
    /** In bytes, as over the REST interface. */
    static final long LARGEST = 64L << 20;

    private static final String PAGE = "facts.xhtml?act=bring";
    /** No part of it is hidden, or leads out of the folder. */
    private static final Pattern PLACE =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._ -]{0,80}/){0,3}[A-Za-z0-9_-][A-Za-z0-9._ -]{0,120}");

    @Inject
    private transient Rights rights;

    @Inject
    private transient Onboarding onboarding;

    @Inject
    private transient Intake intake;

    @Inject
    private transient Outcome outcome;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            rights.toBring();
            response.sendRedirect(PAGE);
        } catch (FundException notAllowed) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String fund = asked(request, "fund");
        try {
            if (fund.isEmpty()) {
                rights.toBring();
            } else {
                rights.to(Role.OPERATOR, fund);
            }
        } catch (FundException notAllowed) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (!asked(request, "token").equals(outcome.getToken())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        List<Part> parts = parts(request);
        if (fund.isEmpty()) {
            pack(parts);
            response.sendRedirect(PAGE);
        } else {
            String kind = asked(request, "kind");
            rows(fund, kind, parts);
            response.sendRedirect(
                    "facts.xhtml?fund=%s&kind=%s&act=import".formatted(Asked.encoded(fund), Asked.encoded(kind)));
        }
    }

    /** Of the address, never of the body, which is not read before it is known who sends it. */
    private static String asked(HttpServletRequest request, String name) {
        return Arrays.stream(
                        Optional.ofNullable(request.getQueryString()).orElse("").split("&", -1))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static List<Part> parts(HttpServletRequest request) throws IOException, ServletException {
        return request.getParts().stream()
                .filter(part -> !Optional.ofNullable(part.getSubmittedFileName())
                        .orElse("")
                        .isEmpty())
                .toList();
    }

    private void pack(List<Part> parts) throws IOException {
        String name = name(parts);
        if (parts.isEmpty()) {
            outcome.refused(name, "Nothing was sent: expected a zip, or a folder.", List.of());
            return;
        }
        Path folder = Files.createTempDirectory("assay-pack");
        try {
            Onboarding.Onboarded brought = onboarding.onboard(keep(parts, folder));
            outcome.done(
                    name,
                    brought.isNew()
                            ? "%s is here. Its days that are due are struck by themselves.".formatted(brought.fund())
                            : "%s was here already, with the same pack: nothing has changed.".formatted(brought.fund()),
                    "Open the fund",
                    "fund.xhtml?id=" + Asked.encoded(brought.fund()));
        } catch (PackRefused refused) {
            outcome.refused(
                    name, "Nothing was taken in. Correct what is listed and send the pack again.", refused.failures());
        } catch (FundException refused) {
            outcome.refused(name, "Nothing was taken in: " + refused.getMessage(), List.of());
        } finally {
            delete(folder);
        }
    }

    /** A zip as it is; or the files of a folder, each where it lies in it. */
    private static Path keep(List<Part> parts, Path folder) throws IOException {
        Path last = folder;
        for (Part part : parts) {
            last = folder.resolve(place(part.getSubmittedFileName()));
            Files.createDirectories(last.getParent());
            try (InputStream in = part.getInputStream()) {
                Files.copy(in, last, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return parts.size() == 1 && last.toString().endsWith(".zip") ? last : folder;
    }

    /**
     * Where a file lies in its folder: {@code ill-compute/facts/trades.csv} of the folder ill-compute is {@code facts/trades.csv}. What is
     * called as no file of a pack can be is kept under another name, and refused by that.
     */
    static String place(String sent) {
        String inside = sent.substring(sent.indexOf('/') + 1);
        return PLACE.matcher(inside).matches() ? inside : "a name with other characters";
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void rows(String fund, String kind, List<Part> parts) throws IOException {
        String name = name(parts);
        if (parts.size() != 1) {
            outcome.refused(name, "Nothing was taken in: expected one CSV file with a header.", List.of());
            return;
        }
        try {
            Intake.Taken taken = intake.take(fund, kind, name, Asked.bytes(parts.get(0)));
            outcome.done(
                    name,
                    "Posted: %s new rows, %s there already."
                            .formatted(Integer.toString(taken.rows()), Integer.toString(taken.repeated())),
                    taken.branch().isPresent() ? "See the correction it opened" : "See the fund",
                    taken.branch().map(CorrectionsPage::address).orElse("fund.xhtml?id=" + Asked.encoded(fund)));
        } catch (FileRefused refused) {
            outcome.refused(
                    name, "Nothing was taken in. Correct what is listed and send the file again.", refused.failures());
        } catch (FundException refused) {
            outcome.refused(name, "Nothing was taken in: " + refused.getMessage(), List.of());
        }
    }

    private static String name(List<Part> parts) {
        return parts.size() == 1 ? parts.get(0).getSubmittedFileName() : parts.size() + " files";
    }
}
