/** Pixels of the picture for each of the drawing's units. */
const sharpness = 2;

/** Paints an SVG file into a PNG file. */
export async function pngOf(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * sharpness;
    canvas.height = image.naturalHeight * sharpness;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((settle, fail) => {
      canvas.toBlob((blob) => (blob === null ? fail(new Error('no picture')) : settle(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
