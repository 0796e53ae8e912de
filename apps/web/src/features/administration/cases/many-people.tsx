import { IconButton } from '@accord/ui/controls/icon-button'
import { SearchChoice, type SearchChoiceItem } from '@accord/ui/controls/search-choice'
import { CloseIcon } from '@accord/ui/icons/close-icon'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface ManyPeopleProps {
  readonly label: string
  readonly description?: string
  readonly error?: string | undefined
  readonly items: readonly SearchChoiceItem[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Any number of people, found one after the other. */
export function ManyPeople({ items, chosen, onChange, ...words }: ManyPeopleProps) {
  const t = useWebMessages()
  const left = items.filter(({ id }) => !chosen.includes(id))
  return (
    <div className="web-many">
      {/* A fresh field for each person who is found. */}
      <SearchChoice
        key={chosen.length}
        {...words}
        items={left}
        chosen={null}
        onChoose={(id) => id !== null && onChange([...chosen, id])}
        placeholder={t('desk.cases.seek')}
        nothing={t('desk.cases.nobody')}
      />
      {chosen.length > 0 && (
        <ul>
          {chosen.map((id) => {
            const name = items.find((item) => item.id === id)?.label ?? ''
            return (
              <li key={id}>
                <span>{name}</span>
                <IconButton
                  size="small"
                  label={t('desk.cases.without', { name })}
                  onPress={() => onChange(chosen.filter((one) => one !== id))}
                >
                  <CloseIcon size={16} />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
