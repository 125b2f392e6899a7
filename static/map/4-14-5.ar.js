export default ["سابورو","خاباروفسك"];
