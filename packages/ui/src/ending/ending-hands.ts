import type { EndingAct } from '@accord/domain/ending/draft'
import type { AddendumBody, EndingPage } from '@accord/domain/rest/ending'

/** What an app does for its reader: each resolves with the page as it is afterwards, and rejects when it was not done. */
export interface EndingHands {
  readonly read: () => Promise<EndingPage>
  readonly act: (act: EndingAct) => Promise<EndingPage>
  readonly close: (hash: string) => Promise<EndingPage>
  readonly add: (body: AddendumBody) => Promise<EndingPage>
  /** Why the server refused; null where it was not reached. */
  readonly codeOf: (error: unknown) => string | null
}
