/**
 * The names of a closed set that a rule holds for. Facts hold names as text, and the compiler asks a table for each name: a new reason or state does not
 * compile until every rule has said whether it is meant.
 */
export const namesWhere = <Name extends string>(holds: Readonly<Record<Name, boolean>>): ReadonlySet<string> =>
  new Set(Object.entries(holds).flatMap(([name, isMeant]) => (isMeant === true ? [name] : [])))
