/**
 * A file that cannot be read as what it is said to be. Its message is a sentence for a person: it
 * says what is wrong and, where there is something to do, what.
 */
export class FileFault extends Error {
  override readonly name = 'FileFault'
}
