import { chromium, type Browser } from 'playwright-core';
import { browserPath } from '../live/browser.js';

/** Chromium's own drivers, which compute on the processor, so that no graphics card is needed. */
const drivers = {
  webgl: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  webgpu: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan'],
};

/** Starts a browser in which WebGL, and WebGPU where it is asked for, run on the processor. */
export const graphicsBrowser = (...interfaces: (keyof typeof drivers)[]): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath!,
    args: ['--no-sandbox', ...interfaces.flatMap((name) => drivers[name])],
  });
