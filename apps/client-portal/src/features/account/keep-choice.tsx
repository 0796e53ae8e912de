import { useQuery } from '@tanstack/react-query'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { keepingQuery, useKeeping } from '../../lib/kept.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** Whether one's goals can be read on this phone without a network: off until somebody wants it. (OF5) */
export function KeepChoice() {
  const t = usePortalMessages()
  const { person } = useSelf()
  const { data: isOn } = useQuery(keepingQuery(person.id))
  const change = useKeeping()
  // Nothing can be kept here, so nothing is offered.
  if (isOn === undefined || isOn === null) return null
  return (
    <div className="pt-account-choice">
      <p className="ac-label">{t('keep.label')}</p>
      <ToggleGroup
        label={t('keep.label')}
        choices={[
          { id: 'off', label: t('keep.off') },
          { id: 'on', label: t('keep.on') },
        ]}
        chosen={isOn ? 'on' : 'off'}
        onChoose={(id) => void change((keeper) => keeper.choose(person.id, id === 'on'))}
      />
      <p className="ac-muted ac-small" role="status">
        {t(isOn ? 'keep.onNote' : 'keep.offNote')}
      </p>
    </div>
  )
}
