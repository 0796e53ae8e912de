import { checkRecord } from '@accord/domain/history/record'
import { chainStart, type ChainPosition, type Flaw } from '@accord/domain/history/verify'
import type { RecordPage } from '@accord/domain/rest/record'
import type { CheckMessage, CheckOrder } from './check-message.js'

/** So few entries are handed on at once that taking them in keeps no frame waiting. */
const SLICE = 200

/** A page of a record could not be fetched. */
export class PageFailure extends Error {
  constructor(readonly status: number | null) {
    super('a page of the record was not answered')
    this.name = 'PageFailure'
  }
}

interface Checking {
  /** Throws a {@link PageFailure}. */
  readonly page: (after: number) => Promise<RecordPage>
  readonly tell: (message: CheckMessage) => void
  /** Lets others have their turn between two slices. */
  readonly pause: () => Promise<void>
}

/** Reads a record page by page, checks each entry against the one before it, and hands on what holds. (RP13, HI11) */
export async function checkPages({ plan }: CheckOrder, checking: Checking): Promise<void> {
  let end = chainStart(plan)
  try {
    for (;;) {
      const page = await checking.page(end.seq)
      const checked = await checkPage(end, page, checking)
      end = checked.end
      if (checked.flaw !== null || page.nextFrom === null) {
        checking.tell({ kind: 'ended', flaw: checked.flaw, people: page.people })
        return
      }
    }
  } catch (error) {
    if (!(error instanceof PageFailure)) throw error
    checking.tell({ kind: 'failed', status: error.status })
  }
}

/** A page of a record, asked for with the page's own cookies. */
export async function fetchPage({ plan, replay }: CheckOrder, after: number): Promise<RecordPage> {
  const path = `/api/plans/${encodeURIComponent(plan)}/record?replay=${encodeURIComponent(replay)}&after=${after}`
  const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store' }).catch(() => null)
  if (response?.ok !== true) throw new PageFailure(response?.status ?? null)
  return (await response.json()) as RecordPage
}

async function checkPage(
  before: ChainPosition,
  page: RecordPage,
  { tell, pause }: Checking,
): Promise<{ readonly end: ChainPosition; readonly flaw: Flaw | null }> {
  let end = before
  let from = 0
  do {
    const to = from + SLICE
    const isLast = to >= page.entries.length
    // Only a page's own end reaches the head; what is within it goes on.
    const slice = {
      ...page,
      entries: page.entries.slice(from, to),
      nextFrom: isLast ? page.nextFrom : page.head.seq,
    }
    const checked = checkRecord(end, slice)
    end = checked.end
    if (checked.entries.length > 0) tell({ kind: 'entries', entries: checked.entries, of: page.head.seq })
    if (checked.flaw) return { end, flaw: checked.flaw }
    from = to
    await pause()
  } while (from < page.entries.length)
  return { end, flaw: null }
}
