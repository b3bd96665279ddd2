"""The parts of the outline, one file each: results in, plain shapes with all their sentences out."""
