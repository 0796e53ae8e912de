import { useState } from 'react'
import { CheckboxButton, CheckboxField, CheckboxGroup, Label } from 'react-aria-components'
import type { PersonId } from '@accord/domain/ids'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { CheckIcon } from '../icons/check-icon.js'
import { EyeIcon } from '../icons/eye-icon.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { chosenCommand, type GoalFamily, namesOfOwners, ownersOf } from './goal-family.js'

interface WhoseGoalDialogProps {
  readonly family: GoalFamily
  readonly onClose: () => void
}

/** Says whose agreement a goal needs; and plainly that this hides it from nobody. (AG11) */
export function WhoseGoalDialog({ family, onClose }: WhoseGoalDialogProps) {
  const t = useUiMessages()
  const format = useFormat()
  const [chosen, setChosen] = useState<readonly PersonId[]>(ownersOf(family))
  const { live, readers, people } = family
  const isNobody = chosen.length === 0
  const keep = () => {
    const command = chosenCommand(family, chosen)
    if (isNobody) return
    if (command !== null) live.command(command)
    onClose()
  }
  return (
    <Dialog
      title={t('whoseGoal.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={keep} blockedBy={isNobody ? 'whose-goal-nobody' : undefined}>
            {t('whoseGoal.keep')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <div className="ac-whose-goal">
        <p className="ac-muted">{t('whoseGoal.sub')}</p>
        <CheckboxGroup
          className="ac-checks"
          value={[...chosen]}
          onChange={(ids) => setChosen(people.map(({ person }) => person).filter((id) => ids.includes(id)))}
        >
          <Label className="ac-label">{t('whoseGoal.who')}</Label>
          <div className="ac-row">
            {people.map(({ person, relation }) => (
              <CheckboxField key={person} value={person}>
                <CheckboxButton className="ac-check" data-relation={relation}>
                  {({ isSelected }) => (
                    <>
                      <span aria-hidden="true">{isSelected && <CheckIcon size={14} />}</span>
                      {namesOfOwners(t, format, family, [person])}
                    </>
                  )}
                </CheckboxButton>
              </CheckboxField>
            ))}
          </div>
        </CheckboxGroup>
        {isNobody && (
          <p id="whose-goal-nobody" className="ac-small" role="status">
            {t('whoseGoal.nobody')}
          </p>
        )}
        <p className="ac-whose-goal-readers ac-small">
          <EyeIcon size={18} />
          <span>{t('whoseGoal.readers', { readers: format.list(readers) })}</span>
        </p>
      </div>
    </Dialog>
  )
}
