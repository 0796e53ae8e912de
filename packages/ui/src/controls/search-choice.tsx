import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { DownIcon } from '../icons/down-icon.js'
import { ErrorIcon } from '../icons/error-icon.js'

export interface SearchChoiceItem {
  readonly id: string
  readonly label: string
  /** Said quietly after the label, and searched with it. */
  readonly note?: string
}

interface SearchChoiceProps {
  readonly label: string
  readonly items: readonly SearchChoiceItem[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
  readonly description?: string
  readonly error?: string | undefined
  readonly placeholder?: string
  /** Said in the list when nothing is called what was typed. */
  readonly nothing: string
}

/** One of many: type a few letters, or open the list. */
export function SearchChoice({
  label,
  items,
  chosen,
  onChoose,
  description,
  error,
  placeholder,
  nothing,
}: SearchChoiceProps) {
  const hint = placeholder === undefined ? {} : { placeholder }
  return (
    <ComboBox
      className="ac-field"
      value={chosen}
      onChange={(key) => onChoose(key === null ? null : String(key))}
      defaultItems={items}
      isInvalid={error !== undefined}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <div className="ac-field-head">
        <Label className="ac-label">{label}</Label>
      </div>
      <div className="ac-field-box" data-end="">
        <Input className="ac-input" {...hint} />
        <Button className="ac-button ac-button-icon" data-kind="quiet" data-size="small">
          <DownIcon />
        </Button>
      </div>
      {description !== undefined && (
        <Text slot="description" className="ac-hint">
          {description}
        </Text>
      )}
      <FieldError className="ac-field-error">
        <ErrorIcon size={16} />
        <span>{error}</span>
      </FieldError>
      <Popover className="ac-popover ac-choice-list">
        <ListBox<SearchChoiceItem>
          className="ac-menu"
          renderEmptyState={() => <p className="ac-choice-nothing ac-muted">{nothing}</p>}
        >
          {({ id, label: words, note }) => (
            <ListBoxItem
              id={id}
              className="ac-menu-item"
              textValue={note === undefined ? words : `${words} ${note}`}
            >
              <span>{words}</span>
              {note !== undefined && <span className="ac-muted">{note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
