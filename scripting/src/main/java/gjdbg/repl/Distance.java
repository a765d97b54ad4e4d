package gjdbg.repl;

/** How far two names are apart: letters put in, left out, changed, or two neighbours swapped. */
final class Distance {
    private Distance() {}

    static int between(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int best = Math.min(least[i - 1][j - 1] + change, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                least[i][j] = swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
            }
        }
        return least[one.length()][other.length()];
    }
}
