import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Prints how many words OmegaT 6.0.1 counts in each line of its input: java OmegatWords.java < lines > counts.tsv */
public class OmegatWords {
    public static void main(String[] arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            out.println(words(line) + "\t" + line);
        }
        out.flush();
    }

    /** Java's tokens; a `&` is of one token with the word behind it, and with the one before it. */
    static int words(String text) {
        List<String> tokens = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getWordInstance();
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            tokens.add(text.substring(start, end));
        }
        int count = 0;
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            boolean joins = begins(token) && at + 2 < tokens.size() && tokens.get(at + 1).equals("&") && begins(tokens.get(at + 2));
            if (joins) {
                at += 2;
            } else if (token.equals("&") && at + 1 < tokens.size() && begins(tokens.get(at + 1))) {
                token = tokens.get(++at);
            }
            if (token.codePoints().anyMatch(Character::isLetterOrDigit)) {
                count++;
            }
        }
        return count;
    }

    static boolean begins(String token) {
        return Character.isLetterOrDigit(token.codePointAt(0));
    }
}
