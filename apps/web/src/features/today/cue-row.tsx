import type { CueOfClient } from '@accord/domain/rest/alliance'
import { ButtonLink } from '@accord/ui/controls/link'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** A check-in that is worth asking about; it leads to what changed around it. (AL3) */
export function CueRow({ of }: { readonly of: CueOfClient }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { caseId, cue } = of
  const name = givenName(of.name)
  const isBelow = cue.kind === 'below-range'
  const title = isBelow
    ? t('today.cue.below', { name, number: cue.number })
    : t('today.cue.unanswered', { name, sessions: cue.sessions })
  const note = isBelow
    ? t('today.cue.lowest', {
        mean: format.number(Math.round(cue.mean * 10) / 10),
        aspect: cue.lowest === 'heard' ? 'other' : cue.lowest,
        standing: cue.isProvisional ? 'provisional' : 'other',
      })
    : t('today.cue.silence')
  const act = t('today.cue.act')
  return (
    <li className="web-concern" data-kind="lapsed">
      <span className="web-concern-icon" aria-hidden="true">
        <AlertIcon size={20} />
      </span>
      <div className="web-concern-body">
        <p className="ac-strong">{title}</p>
        <p className="ac-muted ac-small">
          {t('today.where', { name: of.name, when: format.relativeDay(new Date(cue.at), now) })}
        </p>
        <p>{note}</p>
      </div>
      <ButtonLink
        href={`/clients/${caseId}/alliance`}
        aria-label={t('today.act.of', { act, name: of.name, reason: title })}
      >
        {act}
      </ButtonLink>
    </li>
  )
}
