/** The test program runs no modules: what the app fetches later is there at once. */
module.exports = ({ template }) => ({
  visitor: {
    Import({ parentPath }) {
      const [what] = parentPath.node.arguments
      parentPath.replaceWith(template.expression.ast`Promise.resolve().then(() => require(${what}))`)
    },
  },
})
