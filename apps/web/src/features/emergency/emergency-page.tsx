import '../../lib/emergency/emergency.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import type { EmergencyMatches } from '@accord/domain/rest/emergency'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { NumberList } from '@accord/ui/safety/number-list'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { findInEmergency, mayBreakTheGlass } from '../../lib/emergency/emergency.js'
import { Frame } from '../../lib/frame.js'
import { refusalCode } from '../../lib/request-failure.js'
import { numbersQuery } from '../../lib/safety/safety.js'
import { useSelf } from '../../lib/self-context.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice, voiceOf } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { MatchCard } from './match-card.js'

/** Where somebody may be in danger and isn't one's client: whom to ring first, and what can be opened. (EM1) */
export function EmergencyPage() {
  const t = useWebMessages()
  const self = useSelf()
  usePageTitle(t('emergency.title'))
  useVoice(voiceOf(self))
  return (
    <Frame crumbs={[{ label: t('rooms.clients'), href: '/clients' }, { label: t('emergency.crumb') }]}>
      {mayBreakTheGlass(self) ? (
        <ConsolePage title={t('emergency.title')} lead={t('emergency.lead')}>
          <div className="web-emergency-room">
            <Finding />
            <Numbers />
          </div>
        </ConsolePage>
      ) : (
        <div className="ac-page">
          <h1 className="ac-hidden">{t('emergency.title')}</h1>
          <ErrorState
            icon={<LockIcon size={30} />}
            title={t('emergency.closed.title')}
            sentence={t('emergency.closed.sentence')}
            actions={<ButtonLink href="/">{t('emergency.closed.back')}</ButtonLink>}
          />
        </div>
      )}
    </Frame>
  )
}

function Finding() {
  const t = useWebMessages()
  const hintId = useId()
  const [name, setName] = useState('')
  const finding = useMutation({ mutationFn: () => findInEmergency(name.trim()) })
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (name.trim() !== '') finding.mutate()
  }
  const isTooFast = refusalCode(finding.error) === 'too-fast'
  return (
    <div className="web-emergency">
      <form className="web-emergency-find" onSubmit={search} noValidate>
        <TextField
          label={t('emergency.name')}
          value={name}
          onChange={(next) => {
            setName(next)
            finding.reset()
          }}
          maxLength={200}
          autoComplete="off"
          aria-describedby={hintId}
        />
        <Button kind="primary" type="submit" isPending={finding.isPending}>
          {t('emergency.find')}
        </Button>
      </form>
      <p className="ac-muted ac-small" id={hintId}>
        {t('emergency.name.hint')}
      </p>
      {finding.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{t(isTooFast ? 'emergency.tooFast' : 'emergency.find.failed')}</span>
        </p>
      )}
      <div role="status">
        {finding.isPending && <p className="ac-muted">{t('emergency.finding')}</p>}
        {finding.data?.matches.length === 0 && <p>{t('emergency.nobody')}</p>}
      </div>
      {finding.data !== undefined && <Matches found={finding.data} />}
    </div>
  )
}

function Matches({ found: { matches } }: { readonly found: EmergencyMatches }) {
  return (
    <ul className="web-emergency-matches">
      {matches.map((match) => (
        <li key={`${match.caseId}${match.client}`}>
          <MatchCard match={match} />
        </li>
      ))}
    </ul>
  )
}

/** Danger doesn't wait for a record. (SA10) */
function Numbers() {
  const t = useWebMessages()
  const { data: page, isError } = useQuery(numbersQuery)
  return (
    <section>
      <h2 className="ac-subheading">{t('emergency.numbers')}</h2>
      {page !== undefined && <NumberList numbers={page.numbers} />}
      {isError && page === undefined && <p className="ac-muted ac-small">{t('safety.numbers.failed')}</p>}
    </section>
  )
}
