import type {Manifest, ManifestFile} from '../package/index.ts'

/** Why two releases of one manuscript differ, a phrase each: what they were made of, and with what. */
export function causes(before: Manifest, now: Manifest): ReadonlyArray<string> {
  return [
    ...(['manuscript', 'templates', 'resources'] as const).flatMap((place) =>
      files(before.inputs[place], now.inputs[place]).map((phrase) => `${place}: ${phrase}`)
    ),
    ...versions(before.versions, now.versions)
  ]
}

function files(before: ReadonlyArray<ManifestFile>, now: ReadonlyArray<ManifestFile>): ReadonlyArray<string> {
  const [old, fresh] = [before, now].map((list) => new Map(list.map(({path, sha256}) => [path, sha256])))
  const paths = [...new Set([...before, ...now].map(({path}) => path))].sort()
  return paths.flatMap((path) => {
    const [one, other] = [old?.get(path), fresh?.get(path)]
    if (one === other) return []
    return `\`${path}\` ${one === undefined ? 'is new' : other === undefined ? 'is no longer read' : 'has changed'}`
  })
}

function versions(before: Manifest['versions'], now: Manifest['versions']): ReadonlyArray<string> {
  const [old, fresh] = [flat(before), flat(now)]
  const names = [...new Set([...old.keys(), ...fresh.keys()])]
  return names.flatMap((name) => {
    const [one = 'none', other = 'none'] = [old.get(name), fresh.get(name)]
    return one === other ? [] : `${name}: ${one}, now ${other}`
  })
}

function flat({offprint, node, browser, fonts, template, style}: Manifest['versions']): ReadonlyMap<string, string> {
  return new Map([
    ['Offprint', offprint],
    ['Node', node],
    ['browser', browser ?? 'unknown'],
    ['template', template.id],
    ['style', style?.id ?? 'none'],
    ...Object.entries(fonts)
  ])
}
