import { useQuery } from '@tanstack/react-query'
import { ASPECTS } from '@accord/domain/alliance/check-in'
import type { AllianceOfClient } from '@accord/domain/rest/alliance'
import type { AllianceSession } from '@accord/domain/alliance/series'
import type { SessionCard } from '@accord/domain/rest/session'
import { SmallChart } from '@accord/ui/charts/small-chart'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { AddedBeside } from '../../lib/added/added-beside.js'
import { isOfCheckIn } from '../../lib/added/is-of-check-in.js'
import { allianceQuery } from '../../lib/alliance.js'
import { givenName } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

const SHOWN = 8

/** The last check-in as its client chose that it be seen; a cue is worth asking about and no diagnosis. (CI3, AL3) */
export function LastCheckIn({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const { data, error } = useQuery(allianceQuery(card.caseId))
  const hasAny = data?.clients.some(({ sessions }) => sessions.length > 0) ?? false
  return (
    <section aria-labelledby="prepare-check-in">
      <h2 className="ac-heading" id="prepare-check-in">
        {t('prepare.checkIn')}
      </h2>
      {data === undefined && (
        <p className="ac-muted">{t(error === null ? 'session.opening' : 'prepare.checkIn.failed')}</p>
      )}
      {data !== undefined && !hasAny && <p className="ac-muted">{t('prepare.checkIn.first')}</p>}
      {data?.clients.map((client) => (
        <CheckInOf key={client.client} caseId={card.caseId} of={client} isNamed={data.clients.length > 1} />
      ))}
      {hasAny && (
        <p className="ac-small">
          <Link href={`/clients/${card.caseId}/alliance`}>{t('prepare.checkIn.see')}</Link>
        </p>
      )}
    </section>
  )
}

interface CheckInOfProps {
  readonly caseId: SessionCard['caseId']
  readonly of: AllianceOfClient
  readonly isNamed: boolean
}

function CheckInOf({ caseId, of: { client, name, sessions, cues }, isNamed }: CheckInOfProps) {
  const t = useWebMessages()
  const format = useFormat()
  const last = sessions.at(-1)
  if (last === undefined) return null
  const decimal = (value: number) => format.number(Math.round(value * 10) / 10)
  const before = sessions.slice(0, -1).findLast(({ mean }) => mean !== null)?.mean ?? null
  const values = sessions.slice(-SHOWN).map(({ mean }) => mean)
  const day = format.shortDay(new Date(last.endedAt))
  return (
    <div className="web-check-in">
      {isNamed && <p className="ac-strong">{givenName(name)}</p>}
      {last.mean === null ? (
        <p>{t('prepare.checkIn.standing', { standing: standingOf(last), number: last.number })}</p>
      ) : (
        <p>
          <span className="web-check-in-mean">{decimal(last.mean)}</span>{' '}
          <span className="ac-muted ac-small">
            {before === null
              ? t('prepare.checkIn.day', { day })
              : t('prepare.checkIn.was', { before: decimal(before), day })}
          </span>
        </p>
      )}
      {values.filter((value) => value !== null).length > 1 && (
        <SmallChart
          label={t('prepare.checkIn.chart', {
            values: format.list(values.flatMap((value) => (value === null ? [] : [decimal(value)]))),
          })}
          values={values}
          scale={{ min: 0, max: 10 }}
          selected={cues.some(({ kind }) => kind === 'below-range') ? values.length - 1 : null}
        />
      )}
      <Aspects session={last} />
      {last.words !== null && (
        <blockquote dir="auto">
          <em>{last.words}</em>
        </blockquote>
      )}
      <AddedBeside caseId={caseId} isHere={(one) => isOfCheckIn(one, last.session, client)} />
      {cues.length > 0 && <p className="web-worth-asking ac-small">{t('prepare.checkIn.cue')}</p>}
    </div>
  )
}

function standingOf({ standing }: AllianceSession) {
  switch (standing) {
    case 'answered':
      return 'words'
    case 'not-today':
      return 'later'
    case 'kept':
      return standing
    case 'none':
      return 'other'
  }
}

/** Each answer with a bar of ten. */
function Aspects({ session: { ratings } }: { readonly session: AllianceSession }) {
  const t = useWebMessages()
  const format = useFormat()
  const given = ASPECTS.flatMap((aspect) => {
    const rating = ratings[aspect]
    return rating === null ? [] : [{ aspect, rating }]
  })
  if (given.length === 0) return null
  return (
    <dl className="web-check-in-aspects">
      {given.map(({ aspect, rating }) => (
        <div key={aspect}>
          <dt>{t(`alliance.${aspect}`)}</dt>
          <dd>
            <span aria-hidden="true">
              <span style={{ inlineSize: `${rating * 10}%` }} />
            </span>
            {format.number(rating)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
