interface Waiting<Question, Answer> {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Answers what is asked at about the same time all at once. What is asked while some are being answered goes with
 * the next ones, so that no answer is older than its question.
 */
export class Gathered<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = []
  private isRunning = false

  /**
   * @param answerAll answers in the order of the questions
   * @param most questions that are answered at once
   */
  constructor(
    private readonly answerAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
    private readonly most = 500,
  ) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject })
      if (!this.isRunning) void this.run()
    })
  }

  private async run(): Promise<void> {
    this.isRunning = true
    await new Promise(setImmediate)
    while (this.waiting.length > 0) await this.answer(this.waiting.splice(0, this.most))
    this.isRunning = false
  }

  private async answer(asked: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.answerAll(asked.map(({ question }) => question))
      if (answers.length !== asked.length) throw new Error('as many answers as questions')
      for (const [at, { resolve }] of asked.entries()) resolve(answers[at] as Answer)
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }
}
