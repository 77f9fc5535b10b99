package org.assay.it.launch;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assay.it.house.DemoFund;

/** Reads the figures of a NAV where people and programs read them, from a house of its own with the living demo in it. */
final class Outputs {
    private static final String OPERATOR = "operator@demo";

    /** Rows of a table of the page: of each cell the number it shows, or its words. */
    private static final String ROWS = """
            id => Array.from(document.querySelectorAll('#' + id + ' tbody tr')).map(row => Array.from(row.cells).map(cell => {
              const figure = cell.querySelector('[data-number]');
              return figure ? figure.dataset.number : (cell.querySelector('b') || cell).textContent.trim();
            }))""";

    /** A figure as it is printed: grouped, negative in parentheses, a dash for nothing. */
    private static final Pattern PRINTED =
            Pattern.compile("\\(?\\d[\\d,]*(?:\\.\\d+)?\\)?|(?<=[\\s\\u00a0]|^)–(?=[\\s\\u00a0]|$)");

    /** A cell of a spreadsheet holds so many digits. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final String OF_CLASSES = """
            select 'class ' || n.class || ' net assets', n.net_assets from assay.nav n join assay.strike_status s on s.id = n.strike
                where s.counts and s.fund = ? and s.date = ?
            union all
            select 'class ' || n.class || ' shares', n.shares from assay.nav n join assay.strike_status s on s.id = n.strike
                where s.counts and s.fund = ? and s.date = ?
            union all
            select 'class ' || n.class || ' NAV per share', n.nav_per_share from assay.nav n join assay.strike_status s on s.id = n.strike
                where s.counts and s.fund = ? and s.date = ?""";

    private static final String OF_ACCOUNTS = """
            select 'account ' || j.account, sum(j.debit - j.credit) from assay.journal j
                join assay.strike_status s on s.id = j.strike and s.date = j.date
                where s.counts and s.fund = ? and s.date <= ?
                group by j.account having sum(j.debit - j.credit) <> 0""";

    /** Lots of a contract and units of anything else, as lots moved. */
    private static final String OF_LOTS = """
            select m.instrument || ' at ' || m.location, sum(m.quantity) from assay.movements m
                join assay.strike_status s on s.id = m.strike and s.date = m.date
                where s.counts and s.fund = ? and s.date <= ?
                group by m.instrument, m.location having sum(m.quantity) <> 0""";

    /** Cost and what is not realised of what is not cash: what was invested is worth what the journal has of it. */
    private static final String OF_INVESTMENTS = """
            select 'position ' || j.instrument || ' at ' || j.location || ' market value', sum(j.debit - j.credit)
                from assay.journal j join assay.strike_status s on s.id = j.strike and s.date = j.date
                where s.counts and s.fund = ? and s.date <= ? and j.account in ('1100', '1110', '1150', '1160')
                    and j.instrument in (select m.instrument from assay.movements m)
                group by j.instrument, j.location having sum(j.debit - j.credit) <> 0""";

    private final URI house;
    private final String password;
    private final Page page;
    private final Connection books;
    private final HttpClient http = HttpClient.newHttpClient();

    private Outputs(URI house, String password, Page page, Connection books) {
        this.house = house;
        this.password = password;
        this.page = page;
        this.books = books;
    }

    /** Signs in on the page. */
    static Outputs of(int port, Path home, Page page, Connection books) throws IOException {
        URI house = URI.create("http://127.0.0.1:%s/assay/".formatted(Integer.toString(port)));
        Outputs outputs = new Outputs(house, Launched.password(home, OPERATOR), page, books);
        page.navigate(house.resolve("today.xhtml").toString());
        page.locator("[id='login:name']").fill(OPERATOR);
        page.locator("[id='login:password']").fill(outputs.password);
        page.locator("[id='login:enter']").click();
        page.waitForLoadState();
        return outputs;
    }

    /** So many of the days that count, spread over the fund's life, the last among them. */
    List<LocalDate> days(String fund, int count) throws Exception {
        JsonArray strikes = array("api/funds/%s/strikes?from=2020-01-01&to=2030-01-01".formatted(fund));
        List<LocalDate> days = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            days.add(LocalDate.parse(
                    strikes.getJsonObject(strikes.size() * i / count - 1).getString("date")));
        }
        return days;
    }

    Figures overRest(String fund, LocalDate day) throws Exception {
        Figures figures = Figures.of("REST", fund, day);
        JsonObject nav = object("api/funds/%s/strikes/%s".formatted(fund, day));
        for (JsonObject each : nav.getJsonArray("classes").getValuesAs(JsonObject.class)) {
            String name = "class " + each.getString("shareClass");
            figures.put(name + " net assets", money(each, "netAssets"));
            figures.put(name + " shares", number(each.getString("shares")));
            figures.put(name + " NAV per share", price(each, "perShare"));
        }
        for (JsonObject each : nav.getJsonArray("positions").getValuesAs(JsonObject.class)) {
            String name = position(
                    each.getString("instrument"),
                    each.getString("location"),
                    each.getString("state").equals("RESTRICTED"));
            figures.put(name + " quantity", number(each.getString("quantity")));
            figures.put(name + " market value", money(each, "marketValue"));
            if (!each.getString("instrument").equals(each.getJsonObject("price").getString("currency"))) {
                figures.put(name + " price", price(each, "price"));
            }
        }
        for (JsonObject each : nav.getJsonArray("futures").getValuesAs(JsonObject.class)) {
            String name = "future %s at %s".formatted(each.getString("instrument"), each.getString("location"));
            figures.put(name + " lots", number(each.getString("lots")));
            for (Map.Entry<String, String> of : FUTURES.entrySet()) {
                figures.put(name + " " + of.getKey(), money(each, of.getValue()));
            }
        }
        for (JsonObject each : nav.getJsonArray("trialBalance").getValuesAs(JsonObject.class)) {
            BigDecimal balance = money(each, "balance");
            boolean isOnSheet = List.of("ASSET", "LIABILITY").contains(each.getString("type"));
            if (isOnSheet && balance.signum() != 0) {
                figures.put("account " + each.getString("account"), balance);
            }
        }
        return figures;
    }

    private static final Map<String, String> FUTURES = Map.of(
            "margin of the day", "margin",
            "margin since first trade", "paid",
            "realised", "realised",
            "unrealised", "unrealised",
            "initial margin", "required");

    Figures onScreen(String fund, LocalDate day) {
        page.navigate(house.resolve("strike.xhtml?fund=%s&date=%s".formatted(fund, day))
                .toString());
        Figures figures = Figures.of("screen", fund, day);
        for (List<String> row : rows("classes")) {
            String name = "class " + row.get(0);
            figures.put(name + " net assets", number(row.get(1)));
            figures.put(name + " shares", number(row.get(2)));
            figures.put(name + " NAV per share", number(row.get(3)));
        }
        for (List<String> row : rows("positions")) {
            boolean isRestricted = row.get(2).endsWith("Restricted");
            String name =
                    position(row.get(0), row.get(2).replace("Restricted", "").strip(), isRestricted);
            figures.put(name + " quantity", number(row.get(3)));
            figures.put(name + " market value", number(row.get(7)));
            if (!row.get(4).isEmpty()) {
                figures.put(name + " price", number(row.get(4)));
            }
        }
        for (List<String> row : rows("futures")) {
            if (row.size() > 1) {
                String name = "future %s at %s".formatted(row.get(0), place(row.get(0)));
                figures.put(name + " lots", number(row.get(2)));
                figures.put(name + " margin of the day", number(row.get(5)));
                figures.put(name + " margin since first trade", number(row.get(6)));
                figures.put(name + " realised", number(row.get(7)));
                figures.put(name + " unrealised", number(row.get(8)));
                figures.put(name + " initial margin", number(row.get(10)));
            }
        }
        for (List<String> row : rows("accounts")) {
            BigDecimal balance = number(row.get(2));
            if (balance.signum() != 0) {
                figures.put("account " + row.get(0).substring(0, 4), balance);
            }
        }
        return figures;
    }

    @SuppressWarnings("unchecked")
    private List<List<String>> rows(String table) {
        return (List<List<String>>) page.evaluate(ROWS, table);
    }

    /** It stands below the contract, in words. */
    private String place(String contract) {
        return (String) page.evaluate("""
                contract => Array.from(document.querySelectorAll('#futures tbody tr'))
                  .find(row => row.querySelector('b').textContent === contract)
                  .querySelector('.name').textContent.match(/at (\\S+),/)[1]""", contract);
    }

    /** Of each figure over REST the same in a line that names what it is of. */
    Figures inPdf(Figures rest) throws Exception {
        byte[] file = file("api/funds/%s/strikes/%s/reports/nav-pack".formatted(rest.fund(), rest.day()));
        List<List<String>> lines = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            text.getText(document).lines().forEach(line -> lines.add(List.of(line)));
        }
        return found("PDF", rest, lines, Outputs::printed);
    }

    private static List<BigDecimal> printed(String line) {
        List<BigDecimal> numbers = new ArrayList<>();
        Matcher figure = PRINTED.matcher(line);
        while (figure.find()) {
            String text = figure.group();
            numbers.add(
                    text.equals("–")
                            ? BigDecimal.ZERO
                            : new BigDecimal((text.startsWith("(") ? "-" : "") + text.replaceAll("[(),]", "")));
        }
        return numbers;
    }

    /** Likewise in a row of a sheet of formulas. */
    Figures inWorkbook(Figures rest) throws Exception {
        byte[] file = file("api/funds/%s/strikes/%s/reports/workbook".formatted(rest.fund(), rest.day()));
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (String sheet : List.of("Classes", "Positions", "Futures", "Trial balance")) {
                for (Row row : workbook.getSheet(sheet)) {
                    List<String> cells = new ArrayList<>();
                    row.forEach(cell -> cells.add(text(cell)));
                    rows.add(cells);
                }
            }
        }
        return found("workbook", rest, rows, cell -> {
            try {
                return List.of(new BigDecimal(cell));
            } catch (NumberFormatException words) {
                return List.of();
            }
        });
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> new BigDecimal(Double.toString(cell.getNumericCellValue())).toPlainString();
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }

    /** Reads the numbers of a cell, or of a line that is one. */
    @FunctionalInterface
    private interface Numbers {
        List<BigDecimal> in(String cell);
    }

    private static Figures found(String output, Figures rest, List<List<String>> rows, Numbers numbers) {
        Figures figures = Figures.of(output, rest.fund(), rest.day());
        rest.values()
                .forEach((what, value) -> rows.stream()
                        .filter(row -> names(String.join(" ", row), what))
                        .flatMap(row -> row.stream().flatMap(cell -> numbers.in(cell).stream()))
                        .filter(number -> isShown(what, value, number))
                        .findFirst()
                        .ifPresent(number -> figures.put(what, value)));
        return figures;
    }

    /** An account may stand on its side, debit or credit, without a sign. */
    private static boolean isShown(String what, BigDecimal value, BigDecimal number) {
        return number.compareTo(value) == 0
                || number.compareTo(value.round(DIGITS)) == 0
                || (what.startsWith("account ") && number.compareTo(value.abs()) == 0);
    }

    /** Whether a line is about what a figure is of: its instrument and place, its class, its account. */
    private static boolean names(String line, String what) {
        String[] words = what.split(" ");
        boolean isNamed = Pattern.compile("(?<![\\w-])" + Pattern.quote(words[1]) + "(?![\\w-])")
                .matcher(line)
                .find();
        boolean hasPlace = words[0].equals("position") || words[0].equals("future");
        return isNamed && (!hasPlace || line.contains(words[3]));
    }

    /** Rows of the books, added up: nothing of it is struck again. */
    Figures inDatabase(Figures rest) throws SQLException {
        String fund = rest.fund();
        LocalDate day = rest.day();
        Figures figures = Figures.of("database", fund, day);
        read(figures, OF_CLASSES, fund, day, fund, day, fund, day);
        read(figures, OF_INVESTMENTS, fund, day);
        Figures accounts = Figures.of("database", fund, day);
        read(accounts, OF_ACCOUNTS, fund, day);
        accounts.values().entrySet().stream()
                .filter(account -> account.getKey().compareTo("account 3") < 0)
                .forEach(account -> figures.put(account.getKey(), account.getValue()));
        Figures lots = Figures.of("database", fund, day);
        read(lots, OF_LOTS, fund, day);
        lots.values().forEach((place, quantity) -> {
            String contract = "future " + place + " lots";
            figures.put(rest.values().containsKey(contract) ? contract : "position " + place + " quantity", quantity);
        });
        return figures;
    }

    private void read(Figures into, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement select = books.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    into.put(row.getString(1), row.getBigDecimal(2));
                }
            }
        }
    }

    private static String position(String instrument, String place, boolean isRestricted) {
        return "position %s at %s%s".formatted(instrument, place, isRestricted ? " restricted" : "");
    }

    private static BigDecimal money(JsonObject of, String name) {
        return number(of.getJsonObject(name).getString("amount"));
    }

    private static BigDecimal price(JsonObject of, String name) {
        return number(of.getJsonObject(name).getString("perUnit"));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(Optional.of(text).filter(each -> !each.isEmpty()).orElse("0"));
    }

    private JsonObject object(String path) throws Exception {
        try (JsonReader reader = Json.createReader(new StringReader(text(path)))) {
            return reader.readObject();
        }
    }

    private JsonArray array(String path) throws Exception {
        try (JsonReader reader = Json.createReader(new StringReader(text(path)))) {
            return reader.readArray();
        }
    }

    private String text(String path) throws Exception {
        return new String(file(path), StandardCharsets.UTF_8);
    }

    private byte[] file(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(house.resolve(path))
                .header("Authorization", DemoFund.basic(OPERATOR, password))
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s: %s".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }
}
