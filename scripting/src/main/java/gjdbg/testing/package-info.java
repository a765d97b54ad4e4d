/**
 * Scenarios: {@code gjdbg test} finds the tests of each file, runs each in a process of its own, and reports. The runner's
 * side is {@link gjdbg.testing.Runner}, the other {@link gjdbg.testing.Worker}; what tests themselves see is the JavaScript
 * of the module {@code gjdbg/test}.
 */
package gjdbg.testing;
