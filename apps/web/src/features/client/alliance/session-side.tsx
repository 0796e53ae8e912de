import { lowestAspect } from '@accord/domain/alliance/check-in'
import { IconButton } from '@accord/ui/controls/icon-button'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { BackIcon } from '@accord/ui/icons/back-icon'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { AddedBeside } from '../../../lib/added/added-beside.js'
import { AddedMark } from '../../../lib/added/added-mark.js'
import { AddedTrouble } from '../../../lib/added/added-trouble.js'
import { isOfCheckIn } from '../../../lib/added/is-of-check-in.js'
import { givenName } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { AllianceView } from './alliance-view.js'
import { useFigures } from './figures.js'
import { Repair } from './repair.js'
import { WhatChanged } from './what-changed.js'

/** What happened round the selected session: what was said, what changed in the goals, how a dip was mended. (AL3) */
export function SessionSide({ view }: { readonly view: AllianceView }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { of, selected, select } = view
  const { sessions } = of
  const index = sessions.indexOf(selected)
  const [before, after] = [sessions[index - 1], sessions[index + 1]]
  const { minutes, number, place, startedAt } = selected
  return (
    <>
      <section>
        <div className="web-alliance-session">
          <h2 className="ac-heading">{t('alliance.sessionTitle', { number })}</h2>
          <IconButton
            label={t('alliance.before')}
            size="small"
            isDisabled={before === undefined}
            onPress={() => before && select(before.session)}
          >
            <BackIcon size={17} />
          </IconButton>
          <IconButton
            label={t('alliance.after')}
            size="small"
            isDisabled={after === undefined}
            onPress={() => after && select(after.session)}
          >
            <ForwardIcon size={17} />
          </IconButton>
        </div>
        <p className="ac-muted ac-small">
          {t('alliance.when', {
            day: format.day(new Date(startedAt), now),
            minutes,
            place: place === 'remote' ? place : 'other',
          })}
        </p>
        <Reading view={view} index={index} />
        {selected.words !== null && (
          <blockquote className="ac-said-by web-said-after" data-relation="client">
            <p className="ac-said-who">{t('alliance.wrote', { name: givenName(of.name) })}</p>
            <p dir="auto">{selected.words}</p>
          </blockquote>
        )}
        <Beside view={view} />
      </section>
      <WhatChanged view={view} after={before ?? null} />
      <Repair view={view} />
      <section>
        <h2 className="ac-subheading">{t('alliance.next')}</h2>
        <ul className="web-alliance-next ac-muted ac-small">
          <li>{t('alliance.next.early')}</li>
          <li>{t('alliance.next.lowest')}</li>
          <li>{t('alliance.next.change')}</li>
        </ul>
      </section>
    </>
  )
}

/** What the client says of this check-in, and that they say something of another in the chart. (AD9) */
function Beside({ view: { summary, of, selected } }: { readonly view: AllianceView }) {
  const t = useWebMessages()
  const { caseId } = summary
  const others = of.sessions.filter((one) => one !== selected)
  return (
    <>
      <AddedTrouble caseId={caseId} />
      <AddedBeside caseId={caseId} isHere={(one) => isOfCheckIn(one, selected.session, of.client)} />
      <AddedMark
        caseId={caseId}
        title={t('alliance.title', { name: givenName(of.name) })}
        where="others"
        isHere={(one) => others.some(({ session }) => isOfCheckIn(one, session, of.client))}
      />
    </>
  )
}

/** What the check-in says against this client’s own range, and what is worth asking; never a diagnosis. (AL3) */
function Reading({ view, index }: { readonly view: AllianceView; readonly index: number }) {
  const t = useWebMessages()
  const { decimal, said, aspect } = useFigures()
  const { of, selected, chart } = view
  const name = givenName(of.name)
  const { mean, ratings } = selected
  const point = chart.points[index]
  const lowest = lowestAspect(ratings)
  if (mean === null || point === undefined) return <p className="web-alliance-plain">{said(selected)}</p>
  const value = decimal(mean)
  if (point.signal !== 'below' || lowest === null) {
    const kind = point.isRepair ? 'repaired' : (point.signal ?? (chart.limits ? 'inside' : 'alone'))
    return <p className="web-alliance-plain">{t(`alliance.reading.${kind}`, { value, name })}</p>
  }
  return (
    <>
      <div className="web-alliance-cue">
        <AlertIcon size={18} />
        <p>
          <b>{t('alliance.reading.below', { value, name })}</b>{' '}
          {t('alliance.notVerdict', { aspect: aspect(lowest) })}
          {chart.standing === 'provisional' && <> {t('alliance.cueProvisional')}</>}
        </p>
      </div>
      <p className="web-worth-asking">
        <span className="ac-muted ac-small">{t('alliance.worthAsking')}</span>
        <q>{t(`alliance.ask.${lowest}`)}</q>
      </p>
    </>
  )
}
