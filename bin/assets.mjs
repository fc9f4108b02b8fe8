// Brings node_modules to exactly what package-lock.json says, and does nothing when it is there
// already, so that a further build needs neither the network nor the time.
// Runs in the directory of the module whose assets they are.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const mark = 'node_modules/.installed';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--loglevel=error'], { stdio: 'inherit' });
  if (status !== 0) {
    console.error('The assets of the build could not be fetched: npm ci ended with', status);
    process.exit(1);
  }
  writeFileSync(mark, lock);
}
