/** Told of what comes over a bus. */
export interface BusListener {
  readonly heard: (payload: string) => void
  /** The bus is there (again): whatever was said meanwhile is not known. */
  readonly opened: () => void
}

/**
 * Carries letters between the processes of one database. Any of them may be lost: the log is the truth, and
 * whoever hears nothing looks for itself within a round. (MP1)
 */
export abstract class HintBus {
  /** Begins to listen, and goes on until closed, however often the connection breaks. */
  abstract open(listener: BusListener): void

  /** Resolves when the letter is on its way; rejects when it is lost. */
  abstract send(letter: string): Promise<void>

  abstract close(): Promise<void>
}
