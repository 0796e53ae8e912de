import { useQuery } from '@tanstack/react-query'
import type { SessionCard } from '@accord/domain/rest/session'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { changeSentence } from '@accord/ui/session/summary-sentences'
import { AddedBeside } from '../../lib/added/added-beside.js'
import { AddedTrouble } from '../../lib/added/added-trouble.js'
import { useSelf } from '../../lib/self-context.js'
import { boardQuery, caseSessionsQuery, lastHeld, sessionSummaryQuery } from '../../lib/sessions.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

const SHOWN = 4

/** Where the last session was left. */
export function LastTime({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const { data } = useQuery(caseSessionsQuery(card.caseId))
  const last = lastHeld(data?.sessions ?? [])
  return (
    <section aria-labelledby="prepare-last">
      <h2 className="ac-heading" id="prepare-last">
        {t('prepare.last')}
      </h2>
      {data === undefined && <p className="ac-muted">{t('session.opening')}</p>}
      {data !== undefined && last === undefined && <p className="ac-muted">{t('prepare.last.none')}</p>}
      {last !== undefined && <LeftThen card={last} />}
    </section>
  )
}

function LeftThen({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const now = useNow()
  const { person } = useSelf()
  const { data: answer } = useQuery(sessionSummaryQuery(card.session))
  const { data: board } = useQuery(boardQuery(card.session))
  const reader = { t: ui, format, people: card.people, viewer: person.id, now }
  const changes = answer?.summary?.changes ?? []
  const closing = board?.closing?.words ?? ''
  return (
    <>
      {answer !== undefined && changes.length === 0 && <p>{ui('inSession.left.nothing')}</p>}
      {changes.slice(0, SHOWN).map((change, index) => (
        <p key={index} dir="auto">
          {changeSentence(reader, change)}
        </p>
      ))}
      {closing !== '' && (
        <blockquote dir="auto">
          <em>{closing}</em>
        </blockquote>
      )}
      <AddedTrouble caseId={card.caseId} />
      <AddedBeside
        caseId={card.caseId}
        isHere={({ kind, item }) => kind === 'session' && item === card.session}
      />
      <p>
        <Link href={`/sessions/${card.session}`}>
          {t('prepare.last.see', { day: format.day(new Date(card.scheduledFor), now) })}
        </Link>
      </p>
    </>
  )
}
