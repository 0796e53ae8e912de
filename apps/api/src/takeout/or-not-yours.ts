import { isRefusal, type Refusal } from '@accord/domain/refusal'
import type { TakenPart } from '@accord/domain/rest/takeout'

/** What a page would refuse is not taken either, and named. (TO2) */
export class NotYours {
  readonly parts: TakenPart[] = []

  async unless<T extends object>(part: TakenPart, asked: Promise<T | Refusal>): Promise<T | null> {
    const answer = await asked
    if (!isRefusal(answer)) return answer
    this.parts.push(part)
    return null
  }
}
