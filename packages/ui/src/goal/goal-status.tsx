import { Chip } from '../controls/chip.js'
import { CheckIcon } from '../icons/check-icon.js'
import { OpenSealIcon } from '../icons/open-seal-icon.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { SealSide } from '../seal/seal-half.js'
import { type AgreementParty, type Standing, viewerOf } from '../agreement/agreement-party.js'

export interface GoalStatusProps {
  readonly standing: Standing | 'set-aside'
  readonly parties: readonly AgreementParty[]
  /** Why it was set aside, if somebody said so. */
  readonly reason?: string | null
}

/** How a goal stands, in words for whoever looks: its parties read "you", a supervisor reads names. */
export function GoalStatus({ standing, parties, reason }: GoalStatusProps) {
  const t = useUiMessages()
  const format = useFormat()
  const viewer = viewerOf(parties)
  const count = parties.length
  switch (standing) {
    case 'no-words':
      return <Chip tone="outline">{t('goal.status.no-words')}</Chip>
    case 'set-aside':
      return <Chip>{reason ? t('goal.status.setAsideBecause', { reason }) : t('goal.status.setAside')}</Chip>
    case 'agreed':
      return (
        <Chip tone="practitioner" icon={<CheckIcon size={13} />}>
          {viewer === undefined
            ? t('goal.status.agreedNames', { names: format.list(parties.map((party) => party.name)) })
            : t('goal.status.agreed', { count })}
        </Chip>
      )
    case 'lapsed':
      return (
        <Chip tone="attention" icon={<OpenSealIcon size={13} />}>
          {viewer === undefined ? t('goal.status.lapsedWatched') : t('goal.status.lapsed', { count })}
        </Chip>
      )
    case 'open':
      return <OpenStatus parties={parties} viewer={viewer} />
  }
}

interface OpenStatusProps {
  readonly parties: readonly AgreementParty[]
  readonly viewer: AgreementParty | undefined
}

/** Nobody has agreed, or one side has: then the chip takes their ink and says whose half is open. */
function OpenStatus({ parties, viewer }: OpenStatusProps) {
  const t = useUiMessages()
  const format = useFormat()
  const agreed = parties.filter((party) => party.state === 'on')
  const first = agreed[0]
  if (first === undefined) return <Chip>{t('goal.status.proposed')}</Chip>
  if (parties.length > 2) return <PartStatus parties={parties} viewer={viewer} tone={first.side} />
  const name = format.list(agreed.map((party) => party.name))
  if (viewer === undefined) return <Chip tone={first.side}>{t('goal.status.halfWatched', { name })}</Chip>
  if (viewer.state !== 'on') return <Chip tone={first.side}>{t('goal.status.theirHalf', { name })}</Chip>
  const waiting = format.list(parties.filter((party) => party.state !== 'on').map((party) => party.name))
  return <Chip tone={viewer.side}>{t('goal.status.yourHalf', { name: waiting })}</Chip>
}

interface PartStatusProps extends OpenStatusProps {
  readonly tone: SealSide
}

/** With three or more there are no halves to speak of: who agrees, and whom it waits for, all by name. */
function PartStatus({ parties, viewer, tone }: PartStatusProps) {
  const t = useUiMessages()
  const format = useFormat()
  const others = parties.filter((party) => party !== viewer)
  const agreed = others.filter((party) => party.state === 'on')
  const waiting = others.filter((party) => party.state !== 'on')
  const facts = {
    names: format.list(agreed.map(({ name }) => name)),
    others: format.list(waiting.map(({ name }) => name)),
    count: agreed.length,
  }
  if (viewer === undefined) return <Chip tone={tone}>{t('goal.status.partWatched', facts)}</Chip>
  if (viewer.state !== 'on') {
    const key = waiting.length === 0 ? 'goal.status.waitingForYou' : 'goal.status.waitingForYouAnd'
    return <Chip tone={tone}>{t(key, facts)}</Chip>
  }
  if (agreed.length === 0) {
    return <Chip tone={viewer.side}>{t('goal.status.yourHalf', { name: facts.others })}</Chip>
  }
  return <Chip tone={viewer.side}>{t('goal.status.youAnd', facts)}</Chip>
}
