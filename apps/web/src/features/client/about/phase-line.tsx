import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import { Button } from '@accord/ui/controls/button'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { phasesQuery } from '../api/phases.js'
import { PhasesDialog } from './phases-dialog.js'

/** The phases of the work in their order, the present one marked; opens their dated history. */
export function PhaseLine({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const [isOpen, setIsOpen] = useState(false)
  const { data: phases } = useQuery(phasesQuery(summary.caseId))
  if (phases === undefined) return null
  const now = phases.history.at(-1)?.phase
  const at = now === undefined ? -1 : phases.possible.indexOf(now)
  return (
    <div className="web-phases">
      <ol aria-label={t('phases.label')}>
        {phases.possible.map((phase, index) => (
          <li
            key={phase}
            data-done={index < at ? '' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            {t('phase', { phase })}
          </li>
        ))}
      </ol>
      <Button size="small" kind="quiet" onPress={() => setIsOpen(true)}>
        {t('phases.open')}
      </Button>
      {isOpen && <PhasesDialog summary={summary} phases={phases} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
