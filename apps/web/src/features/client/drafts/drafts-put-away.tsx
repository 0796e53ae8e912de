import { useMutation } from '@tanstack/react-query'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { LogId } from '@accord/domain/ids'
import type { DraftSummary } from '@accord/domain/rest/own-log'
import { Button } from '@accord/ui/controls/button'
import { ArchiveIcon } from '@accord/ui/icons/archive-icon'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { operate } from '../api/share-draft.js'

interface DraftsPutAwayProps {
  readonly log: LogId
  readonly drafts: readonly DraftSummary[]
  readonly onTakenUp: () => void
}

/** Drafts that wait, with the reason that their writer gave; never gone. (DR6) */
export function DraftsPutAway({ log, drafts, onTakenUp }: DraftsPutAwayProps) {
  const t = useWebMessages()
  const taking = useMutation({
    mutationFn: ({ id }: DraftSummary) => operate(log, { name: 'goal.takeUp', goal: id }),
    onSuccess: onTakenUp,
  })
  if (drafts.length === 0) return null
  return (
    <Disclosure className="web-aside-goals">
      <Heading level={4}>
        <AriaButton slot="trigger" className="ac-button" data-kind="quiet" data-size="medium">
          <ArchiveIcon />
          <span>{t('drafts.putAway.count', { count: drafts.length })}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ul>
          {drafts.map((draft) => {
            const name = draft.name === '' ? t('drafts.unnamed') : draft.name
            return (
              <li key={draft.id} className="web-aside-goal">
                <div className="ac-grow">
                  <h5 className="ac-goal-name">{name}</h5>
                  <p className="web-aside-words" dir="auto">
                    {draft.statement.text}
                  </p>
                  {draft.setAsideBecause !== null && draft.setAsideBecause !== '' && (
                    <p className="ac-muted ac-small" dir="auto">
                      {t('drafts.putAway.because', { reason: draft.setAsideBecause })}
                    </p>
                  )}
                </div>
                <Button
                  size="small"
                  isPending={taking.isPending}
                  aria-label={t('goals.takeUpNamed', { goal: name })}
                  onPress={() => taking.mutate(draft)}
                >
                  {t('goals.takeUp')}
                </Button>
              </li>
            )
          })}
        </ul>
        {taking.isError && (
          <p className="ac-small" role="alert">
            {t('drafts.takeUpFailed')}
          </p>
        )}
      </DisclosurePanel>
    </Disclosure>
  )
}
