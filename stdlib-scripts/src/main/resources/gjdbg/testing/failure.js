/** What a failed expect throws: the message says what was expected and what there was. */
export class ExpectationFailed extends Error {
  constructor(message) {
    super(message);
    Object.defineProperty(this, 'name', { value: 'ExpectationFailed', configurable: true });
  }
}
