/** Pixels of the picture for each of the drawing's units. */
const sharpness = 2;

/** Paints a drawing into a PNG file. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const address = URL.createObjectURL(svgFileOf(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((settle, fail) => {
      canvas.toBlob((blob) => (blob === null ? fail(new Error('no picture')) : settle(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A drawing as an SVG file. */
export function svgFileOf(svg: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}
