import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const driver = 'libvk_swiftshader.so';
const chromium = ['/usr/lib/chromium', '/usr/lib/chromium-browser', '/opt/google/chrome'].find(
  (folder) => existsSync(join(folder, driver)) && existsSync(join(folder, 'libvulkan.so.1')),
);

/** Why there is no Vulkan driver that computes on the processor to test with; null where chromium brings one. */
export const softwareAdapterMissing = chromium
  ? null
  : 'chromium, whose software Vulkan driver this needs, is not installed (Debian, Ubuntu: apt install chromium)';

/** The environment in which a process finds chromium's Vulkan driver and no other; writes its description to `folder`. */
export async function softwareAdapter(folder: string): Promise<Record<string, string>> {
  const description = join(folder, 'vulkan_driver.json');
  const library = { library_path: join(chromium!, driver), api_version: '1.1.0' };
  await writeFile(description, JSON.stringify({ file_format_version: '1.0.0', ICD: library }));
  return {
    VK_ICD_FILENAMES: description,
    LD_LIBRARY_PATH: chromium!,
    TFJS_THERMO_ADAPTERS: 'any',
  };
}
