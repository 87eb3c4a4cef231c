/** What Dawn is started with: on Linux Vulkan, as its OpenGL lacks what tfjs needs; elsewhere its own choice. */
export const dawnOptions: readonly string[] = process.platform === 'linux' ? ['backend=vulkan'] : [];
