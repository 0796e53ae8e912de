import type { EndingPage } from '@accord/domain/rest/ending'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface EndingStandingProps {
  readonly page: EndingPage
  /** Who reads this: somebody of the practice, or a client or guardian. */
  readonly whose: 'client' | 'practice'
}

/** Where a pack is, and until when its client reads it, in words. (EN1, EN7, EN10) */
export function EndingStanding({ page, whose }: EndingStandingProps) {
  const t = useUiMessages()
  const format = useFormat()
  const day = (at: number) => format.day(new Date(at), new Date())
  const { state, closedAt, readUntil, readDays } = page
  return (
    <div className="ac-ending-standing">
      {state.kind === 'open' && (
        <p>
          {closedAt === null ? t('ending.standing.open') : t('ending.standing.left', { day: day(closedAt) })}
        </p>
      )}
      {state.kind === 'closed' && <p>{t('ending.standing.closed', { day: day(state.pack.closedAt) })}</p>}
      <p className="ac-muted">
        {readUntil === null
          ? t('ending.reading.later', { days: readDays, whose })
          : t('ending.reading.until', { day: day(readUntil), whose })}
      </p>
    </div>
  )
}
