import type pg from 'pg'

/** What PostgreSQL knows the lane's one statement by, on each connection. */
const NAME = 'lane'

/** The connections on which PostgreSQL has parsed the statement. */
const parsed = new WeakSet<pg.Connection>()

/** A statement of one row with one column, and who waits for it. */
interface Question {
  readonly text: string
  /** In PostgreSQL's binary form. */
  readonly values: readonly Buffer[]
  readonly resolve: (value: string | null) => void
  readonly reject: (error: Error) => void
}

/**
 * The statement as the driver's connection is asked it: parsed once, then bound and executed, without the names and types of
 * what comes back, which are known.
 */
export class LaneQuestion implements pg.Submittable {
  private value: string | null = null

  constructor(private readonly question: Question) {}

  submit(connection: pg.Connection): void {
    const { text, values } = this.question
    // All of it leaves in one piece.
    connection.stream.cork()
    if (!parsed.has(connection)) {
      connection.once('parseComplete', () => parsed.add(connection))
      connection.parse({ name: NAME, text, types: [] }, true)
    }
    connection.bind({ statement: NAME, values: [...values] }, true)
    connection.execute(null, true)
    connection.sync()
    connection.stream.uncork()
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.value = fields[0] ?? null
  }

  handleCommandComplete(): void {
    // The answer is given when the database has said that it is done, which is when it has committed.
  }

  handleReadyForQuery(): void {
    this.question.resolve(this.value)
  }

  handleError(error: Error): void {
    this.question.reject(error)
  }
}
