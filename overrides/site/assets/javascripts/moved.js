// Sends readers on from an old address, and takes along the part of it after #.
location.replace(document.currentScript.dataset.to + location.hash);
