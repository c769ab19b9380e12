import {spawnSync} from 'node:child_process'

/** Installed apart, so that nobody who installs Offprint has them. */
const peers = ['pagedjs@0.4.3', '@myriaddreamin/typst-ts-node-compiler@0.7.0']

/** Install Paged.js and Typst's compiler from npm into a folder. Throws where npm cannot. */
export function installPeers(folder: string): void {
  const {status} = spawnSync('npm', ['install', '--silent', '--no-save', '--prefix', folder, ...peers], {
    stdio: 'inherit'
  })
  if (status !== 0) throw new Error(`Cannot install ${peers.join(' and ')}`)
}
