/** Types of items that instruments are made of. [FHIR R4 Questionnaire.item.type, the part that is used] */
export const ITEM_TYPES = ['group', 'display', 'choice', 'integer'] as const
export type ItemType = (typeof ITEM_TYPES)[number]

/** Extensions of FHIR R4 by which options and scales say their numbers. */
export const ORDINAL_VALUE = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'
export const MIN_VALUE = 'http://hl7.org/fhir/StructureDefinition/minValue'
export const MAX_VALUE = 'http://hl7.org/fhir/StructureDefinition/maxValue'
export const ITEM_CONTROL = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'

export interface FhirExtension {
  readonly url: string
  readonly valueDecimal?: number
  readonly valueInteger?: number
  readonly valueCodeableConcept?: { readonly coding?: readonly { readonly code?: string }[] }
}

interface FhirCoding {
  readonly system?: string
  readonly code?: string
  readonly display?: string
  readonly extension?: readonly FhirExtension[]
}

export interface FhirOption {
  readonly valueCoding?: FhirCoding
  readonly valueInteger?: number
  readonly extension?: readonly FhirExtension[]
}

export interface FhirItem {
  readonly linkId: string
  readonly type: ItemType
  readonly text?: string
  readonly code?: readonly FhirCoding[]
  readonly answerOption?: readonly FhirOption[]
  readonly extension?: readonly FhirExtension[]
  readonly item?: readonly FhirItem[]
}

/** An instrument's words as a FHIR R4 Questionnaire; nothing that is not named here is used. (ME4) */
export interface FhirQuestionnaire {
  readonly resourceType: 'Questionnaire'
  readonly status: 'draft' | 'active' | 'retired' | 'unknown'
  readonly title: string
  readonly copyright: string
  readonly item: readonly FhirItem[]
  readonly url?: string
  readonly version?: string
  readonly code?: readonly FhirCoding[]
}

/** What an option counts; null where it does not say. */
export function valueOfOption(option: FhirOption): number | null {
  const said = [...(option.extension ?? []), ...(option.valueCoding?.extension ?? [])]
  const ordinal = said.find(({ url }) => url === ORDINAL_VALUE)
  return ordinal?.valueDecimal ?? ordinal?.valueInteger ?? option.valueInteger ?? null
}

/** A number that an item's extension says; null where it does not. */
export function numberSaid(item: FhirItem, url: string): number | null {
  const found = item.extension?.find((one) => one.url === url)
  return found?.valueInteger ?? found?.valueDecimal ?? null
}

/** The words at one end of a scale: a nested display item that says which end it is. */
export function endOf(item: FhirItem, end: 'lower' | 'upper'): string | null {
  const found = item.item?.find((one) => one.type === 'display' && controlOf(one) === end)
  return found?.text?.trim() || null
}

function controlOf({ extension = [] }: FhirItem): string | null {
  const control = extension.find(({ url }) => url === ITEM_CONTROL)
  return control?.valueCodeableConcept?.coding?.[0]?.code ?? null
}
